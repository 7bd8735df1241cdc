use std::{
    sync::Arc,
    time::{Duration, UNIX_EPOCH},
};

use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use sentry::{add_breadcrumb, Breadcrumb, Level};

use crate::store::Store;

/// Ends the sessions that nobody has used for a day.
pub async fn expire(State(store): State<Arc<Store>>) -> StatusCode {
    let sessions = store.idle_sessions().await;
    for session in &sessions {
        add_breadcrumb(Breadcrumb {
            category: Some("auth".into()),
            message: Some("Session expired".into()),
            data: [("session".to_owned(), session.number.into())].into(),
            ..Default::default()
        });
        store.end(session).await;
    }

    tracing::info!("Idle sessions ended");
    add_breadcrumb(Breadcrumb {
        category: Some("auth".into()),
        message: Some("Idle sessions ended".into()),
        ..Default::default()
    });

    let last_used = sessions.iter().map(|session| session.used).max().unwrap_or_default();
    add_breadcrumb(Breadcrumb {
        ty: "User".into(),
        category: Some("auth".into()),
        message: Some(format!("Last use of {} sessions", sessions.len())),
        timestamp: UNIX_EPOCH + Duration::from_secs(last_used.as_millis() as u64),
        ..Default::default()
    });
    StatusCode::NO_CONTENT
}

/// Ends all sessions of an account.
pub async fn revoke(State(store): State<Arc<Store>>, Path(account): Path<u64>) -> StatusCode {
    if let Err(error) = store.end_all(account).await {
        sentry::capture_error(&error);
        add_breadcrumb(Breadcrumb {
            category: Some("auth".into()),
            message: Some("Sessions stay open".into()),
            level: Level::Error,
            ..Default::default()
        });
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    StatusCode::NO_CONTENT
}
