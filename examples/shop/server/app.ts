import * as Sentry from "@sentry/node";
import express, { type NextFunction, type Request, type Response } from "express";
import { placeOrder, type Order } from "./orders";

const app = express();
app.use(express.json());

app.use((req: Request, _res: Response, next: NextFunction) => {
  Sentry.getCurrentScope().addBreadcrumb({
    category: "http",
    type: "http",
    message: `${req.method} ${req.path} from ${req.ip}`,
  });
  next();
});

app.post("/api/orders", (req: Request, res: Response, next: NextFunction) => {
  placeOrder(req.body as Order).then((id) => res.status(201).json({ id }), next);
});

app.use((error: Error, req: Request, res: Response, _next: NextFunction) => {
  Sentry.withScope((scope) => {
    scope.addBreadcrumb({
      category: "request",
      message: `${req.method} ${req.path} failed`,
      level: "error",
      data: { body: req.body, contentLength: req.headers["content-length"] },
    });
    Sentry.captureException(error);
  });
  res.status(500).end();
});

Sentry.setupExpressErrorHandler(app);
app.listen(Number(process.env.PORT ?? 3000), () => {
  Sentry.addBreadcrumb({ category: "console", message: "Server listens" });
});
