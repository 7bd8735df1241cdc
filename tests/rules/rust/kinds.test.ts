import { rust } from "../../support/snippet.ts";
import { testRule } from "../../support/test-rule.ts";

testRule("no-breadcrumb-in-loop", {
  valid: {
    "under a condition that a pattern makes": rust`
      fn f(orders: &[Order]) {
          for order in orders {
              let Some(id) = order.id else {
                  sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("No id".into()), ..Default::default() });
                  continue;
              };
              send(id);
          }
      }
    `,
    "in a scope that is taken away": rust`
      fn f() {
          for order in orders {
              sentry::with_scope(|_| (), || {
                  sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("Sent".into()), ..Default::default() });
              });
          }
      }
    `,
    "in a task of its own": rust`
      fn f() {
          for order in orders {
              spawn(async move {
                  sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("Sent".into()), ..Default::default() });
              });
          }
      }
    `,
  },
  invalid: {
    "for each item of a stream": rust`
      async fn f(events: impl Stream<Item = Event>) {
          events.for_each(|event| async move {
              sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("Event".into()), ..Default::default() });
              ~~~~~~~~~~~~~~~~~~~~~~ iteration
          }).await;
      }
    `,
  },
});

testRule("no-redundant-breadcrumb", {
  valid: {
    "where the layer of the file makes no breadcrumbs": rust`
      fn main() {
          registry().with(sentry_tracing::layer().event_filter(|_| EventFilter::Ignore)).init();
          tracing::info!("Cart loaded");
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("Cart loaded".into()), ..Default::default() });
      }
    `,
    "an event of another level": rust`
      fn f() {
          tracing::event!(tracing::Level::DEBUG, "Cart loaded");
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("Cart loaded".into()), ..Default::default() });
      }
    `,
    "other values": rust`
      fn f(id: u64, other: u64) {
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(format!("Cart {id}")), ..Default::default() });
          log::info!("Cart {other}");
      }
    `,
  },
  invalid: {
    "an event of a level that is recorded": rust`
      fn f() {
          tracing::event!(tracing::Level::INFO, "Cart loaded");
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("Cart loaded".into()), ..Default::default() });
          ~~~~~~~~~~~~~~~~~~~~~~ text +1
      }
    `,
    "a record of a level that is recorded": rust`
      fn f() {
          log::log!(log::Level::Warn, "Cart loaded");
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("Cart loaded".into()), ..Default::default() });
          ~~~~~~~~~~~~~~~~~~~~~~ text +1
      }
    `,
    "the same values, in a function that is given them and does more": rust`
      fn f(id: u64) {
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(format!("Cart {id}")), ..Default::default() });
          ~~~~~~~~~~~~~~~~~~~~~~ text +1
          log::info!("Cart {id}");
      }
    `,
  },
});

testRule("no-late-breadcrumb", {
  valid: {
    "an object that is no hub": rust`
      fn f(e: &E, reporter: &Reporter) {
          reporter.capture_error(e);
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("Failed".into()), ..Default::default() });
      }
    `,
  },
  invalid: {
    "behind a capture by a hub": rust`
      fn f(e: &E) {
          sentry::Hub::current().capture_error(e);
          sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("Failed".into()), ..Default::default() });
          ~~~~~~~~~~~~~~~~~~~~~~ late +1
      }
    `,
  },
});

testRule("valid-level", {
  valid: {
    "a constant of a known level": rust`
      const LEVEL: &str = "warning";
      fn f() {
          sentry::add_breadcrumb(sentry::Breadcrumb { level: LEVEL.parse().unwrap(), ..Default::default() });
      }
    `,
  },
  invalid: {
    "a constant that is parsed": rust`
      const LEVEL: &str = "warn";
      fn f() {
          sentry::add_breadcrumb(sentry::Breadcrumb { level: LEVEL.parse().unwrap(), ..Default::default() });
                                                             ~~~~~ unparsed
      }
      === fix
      const LEVEL: &str = "warning";
      fn f() {
          sentry::add_breadcrumb(sentry::Breadcrumb { level: LEVEL.parse().unwrap(), ..Default::default() });
      }
    `,
  },
});

testRule("no-pii", {
  valid: {
    "what only counts under a key": rust`
      fn f(user: &User) {
          let mut data = Map::new();
          *data.entry("seen".into()).or_insert(0) += 1;
          data.entry("name").and_modify(|n| n.push('x'));
          sentry::add_breadcrumb(sentry::Breadcrumb { data, ..Default::default() });
      }
    `,
  },
  invalid: {
    "an entry that is filled, and JSON that is made a map": rust`
      fn f(user: &User) {
          let mut data = Map::new();
          data.entry("a".into()).or_insert(user.email.into());
                                           ~~~~~~~~~~ leak
          data.entry("b".into()).or_insert_with(|| user.phone.into());
                                                   ~~~~~~~~~~ leak
          sentry::add_breadcrumb(sentry::Breadcrumb { data, ..Default::default() });
          let data = serde_json::from_value(json!({ "c": user.iban })).unwrap();
                                                         ~~~~~~~~~ leak
          sentry::add_breadcrumb(sentry::Breadcrumb { data, ..Default::default() });
      }
    `,
  },
});
