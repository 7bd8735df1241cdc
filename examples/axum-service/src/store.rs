use std::time::Duration;

use sentry::{add_breadcrumb, Breadcrumb, Level};
use serde::{Deserialize, Serialize};

#[derive(Clone, Serialize, Deserialize)]
pub struct User {
    pub id: u64,
    pub email: String,
    pub full_name: String,
    pub role: String,
    #[serde(skip_serializing)]
    pub password_hash: String,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct Address {
    pub street: String,
    pub city: String,
    pub country: String,
}

pub struct Session {
    pub number: u64,
    /// When it was last used, since the epoch.
    pub used: Duration,
}

/// Where the accounts are kept.
pub struct Store {
    shards: usize,
}

impl Store {
    pub async fn connect() -> std::io::Result<Self> {
        let mut delay = Duration::from_millis(100);
        for attempt in 1..=5 {
            match Self::open().await {
                Ok(store) => return Ok(store),
                Err(error) => add_breadcrumb(Breadcrumb {
                    ty: "error".into(),
                    category: Some("db.connect".into()),
                    message: Some(format!("Attempt {attempt} failed: {:?}", error.kind())),
                    level: Level::Warning,
                    ..Default::default()
                }),
            }
            tokio::time::sleep(delay).await;
            delay *= 2;
        }
        Self::open().await
    }

    pub fn shards(&self) -> usize {
        self.shards
    }

    pub async fn user(&self, _id: u64) -> Option<User> {
        None
    }

    pub async fn verify(&self, _email: &str, _password: &str) -> Option<User> {
        None
    }

    pub async fn update(&self, _id: u64, _address: &Address) -> bool {
        false
    }

    pub async fn close(&self, _id: u64) -> Result<(), StillOpen> {
        Ok(())
    }

    pub async fn idle_sessions(&self) -> Vec<Session> {
        Vec::new()
    }

    pub async fn end(&self, _session: &Session) {}

    pub async fn end_all(&self, _account: u64) -> std::io::Result<()> {
        Ok(())
    }

    async fn open() -> std::io::Result<Self> {
        Ok(Self { shards: 4 })
    }
}

/// Why an account cannot be closed yet.
pub struct StillOpen {
    pub orders: usize,
}
