use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sentry::protocol::Map;
use sentry::{add_breadcrumb, Breadcrumb, Level};

pub struct User {
    pub id: u64,
    pub email: String,
    pub phone: Option<String>,
}

pub fn authenticated(user: &User) {
    add_breadcrumb(Breadcrumb {
        category: Some("auth".into()),
        message: Some(format!("Authenticated user {}", user.email)),
        level: Level::Info,
        ..Default::default()
    });
}

pub fn called(user: &User) {
    let mut data = Map::new();
    data.insert("email".to_string(), user.email.clone().into());
    add_breadcrumb(Breadcrumb {
        ty: "Http".into(),
        category: Some("UI.Click".to_owned()),
        message: Some(format!("phone known: {:?}", user.phone)),
        data,
        ..Default::default()
    });
}

pub fn checked_out(order: u64, attempt: u64) {
    add_breadcrumb(Breadcrumb {
        category: Some("navigaton".into()),
        message: Some(format!("Order {order} sent")),
        level: "warn".parse::<Level>().unwrap(),
        ..Default::default()
    });
    let millis = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis() as u64;
    add_breadcrumb(Breadcrumb {
        ty: "userr".into(),
        message: Some(format!("attempt {}", attempt)),
        timestamp: UNIX_EPOCH + Duration::from_secs(millis),
        ..Default::default()
    });
    sentry::capture_message("sent", Level::Info);
    add_breadcrumb(Breadcrumb { category: Some("order".into()), message: Some("stored".into()), ..Default::default() });
    add_breadcrumb(Breadcrumb { category: Some("order".into()), message: Some("mailed".into()), ..Default::default() });
    add_breadcrumb(Breadcrumb { category: Some("order".into()), message: Some("archived".into()), ..Default::default() });
}
