use std::{net::SocketAddr, sync::Arc};

use axum::{
    extract::{ConnectInfo, State},
    http::StatusCode,
    Json,
};
use sentry::{add_breadcrumb, Breadcrumb, Level};
use serde::Deserialize;
use serde_json::json;

use crate::store::{Store, User};

#[derive(Deserialize)]
pub struct SignIn {
    email: String,
    password: String,
}

pub async fn sign_in(
    State(store): State<Arc<Store>>,
    ConnectInfo(remote_addr): ConnectInfo<SocketAddr>,
    Json(form): Json<SignIn>,
) -> Result<Json<User>, StatusCode> {
    let Some(user) = store.verify(&form.email, &form.password).await else {
        add_breadcrumb(Breadcrumb {
            category: Some("Auth".into()),
            message: Some("Sign-in refused".into()),
            level: Level::Warning,
            data: [
                ("remote_addr".to_owned(), json!(remote_addr.to_string())),
                ("email_given".to_owned(), json!(!form.email.is_empty())),
            ]
            .into_iter()
            .collect(),
            ..Default::default()
        });
        return Err(StatusCode::UNAUTHORIZED);
    };

    add_breadcrumb(Breadcrumb {
        category: Some("auth".into()),
        message: Some(format!("Authenticated user {}", user.email)),
        level: Level::Info,
        ..Default::default()
    });
    Ok(Json(user))
}
