//! The accounts of the shop's customers.

mod accounts;
mod auth;
mod sessions;
mod store;

use std::sync::Arc;

use axum::{
    extract::Request,
    routing::{delete, get, post, put},
    Router,
};
use sentry::integrations::tower::{NewSentryLayer, SentryHttpLayer};
use tower::ServiceBuilder;
use tracing_subscriber::prelude::*;

fn main() -> std::io::Result<()> {
    let _guard = sentry::init((
        std::env::var("SENTRY_DSN").unwrap_or_default(),
        sentry::ClientOptions::new()
            .release(sentry::release_name!())
            .before_breadcrumb(|breadcrumb| {
                if breadcrumb.level == sentry::Level::Error {
                    sentry::add_breadcrumb(sentry::Breadcrumb {
                        category: Some("account".into()),
                        message: Some("An error comes next".into()),
                        ..Default::default()
                    });
                }
                Some(breadcrumb)
            }),
    ));
    tracing_subscriber::registry().with(sentry::integrations::tracing::layer()).init();

    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(serve())
}

async fn serve() -> std::io::Result<()> {
    let store = Arc::new(store::Store::connect().await?);

    sentry::add_breadcrumb(sentry::Breadcrumb {
        category: Some("started".into()),
        message: Some(format!("Connected to {} shards", store.shards())),
        ..Default::default()
    });

    let app = Router::new()
        .route("/session", post(auth::sign_in))
        .route(
            "/accounts/{id}",
            get(accounts::show).delete(accounts::close),
        )
        .route("/accounts/{id}/address", put(accounts::move_house))
        .route("/accounts/{id}/sessions", delete(sessions::revoke))
        .route("/sessions/idle", delete(sessions::expire))
        .with_state(store)
        .layer(
            ServiceBuilder::new()
                .layer(NewSentryLayer::<Request>::new_from_top())
                .layer(SentryHttpLayer::new().enable_transaction()),
        );

    let listener = tokio::net::TcpListener::bind("0.0.0.0:8080").await?;
    axum::serve(listener, app).await
}
