use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::StatusCode,
    Json,
};
use sentry::{protocol::Map, Breadcrumb, Level};
use serde_json::Value;

use crate::store::{Address, Store, User};

/// Leaves a breadcrumb of what happened to an account.
fn note(message: String, data: Map<String, Value>) {
    sentry::add_breadcrumb(Breadcrumb {
        category: Some("account".into()),
        message: Some(message),
        data,
        ..Default::default()
    });
}

pub async fn show(
    State(store): State<Arc<Store>>,
    Path(id): Path<u64>,
) -> Result<Json<User>, StatusCode> {
    let user = store.user(id).await.ok_or(StatusCode::NOT_FOUND)?;

    let mut data = Map::new();
    data.insert("id".into(), id.into());
    data.insert("full_name".into(), user.full_name.clone().into());
    note("Account shown".into(), data);
    Ok(Json(user))
}

pub async fn move_house(
    State(store): State<Arc<Store>>,
    Path(id): Path<u64>,
    Json(address): Json<Address>,
) -> StatusCode {
    let moved = store.update(id, &address).await;
    sentry::with_scope(
        |_| (),
        || {
            sentry::add_breadcrumb(|| Breadcrumb {
                category: Some("account.move".into()),
                message: Some(format!("Moved to {}, {}", address.street, address.country)),
                ..Default::default()
            });
            if !moved {
                sentry::capture_message("An address was not stored", Level::Error);
            }
        },
    );
    if moved {
        StatusCode::NO_CONTENT
    } else {
        StatusCode::NOT_FOUND
    }
}

pub async fn close(State(store): State<Arc<Store>>, Path(id): Path<u64>) -> StatusCode {
    let crumb = |message: &str| Breadcrumb {
        category: Some("account".into()),
        message: Some(message.into()),
        ..Default::default()
    };
    sentry::add_breadcrumb(crumb("Closing"));

    let Some(user) = store.user(id).await else {
        sentry::add_breadcrumb(crumb("No such account"));
        return StatusCode::NOT_FOUND;
    };
    sentry::add_breadcrumb(Breadcrumb {
        category: Some("account".into()),
        message: Some(format!("Role {role}", role = user.role)),
        ..Default::default()
    });

    if let Err(still_open) = store.close(id).await {
        sentry::add_breadcrumb(Breadcrumb {
            category: Some("order".into()),
            message: Some(format!("{} orders are open", still_open.orders)),
            level: "warn".parse::<Level>().unwrap_or_default(),
            ..Default::default()
        });
        return StatusCode::CONFLICT;
    }
    sentry::add_breadcrumb(Breadcrumb {
        category: Some("account".into()),
        message: Some("Closed".into()),
        level: Level::Info,
        ..Default::default()
    });
    StatusCode::NO_CONTENT
}
