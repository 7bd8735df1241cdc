import { withBase } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import type { Theme } from "vitepress";
import { defineAsyncComponent } from "vue";
import "./style.css";

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    // The editor is loaded with the playground alone.
    app.component(
      "Playground",
      defineAsyncComponent(() => import("./Playground.vue")),
    );
    if (import.meta.env.PROD && !import.meta.env.SSR && "serviceWorker" in navigator)
      addEventListener("load", () => void navigator.serviceWorker.register(withBase("/service-worker.js")));
  },
} satisfies Theme;
