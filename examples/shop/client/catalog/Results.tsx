import { addBreadcrumb } from "@sentry/react";
import { useEffect } from "react";

interface Article {
  readonly sku: string;
  readonly title: string;
  readonly imageUrl: string;
}

/** What a search in the catalogue has found. */
export function Results({ articles, reload }: { readonly articles: readonly Article[]; readonly reload: () => void }) {
  addBreadcrumb({ category: "catalog", message: "Results shown", data: { count: articles.length } });

  useEffect(() => {
    const follow = () => addBreadcrumb({ category: "catalog", message: "Scrolled", data: { top: window.scrollY } });
    window.addEventListener("scroll", follow);
    return () => window.removeEventListener("scroll", follow);
  }, []);

  useEffect(() => {
    const poll = setInterval(() => {
      addBreadcrumb({ category: "catalog", message: "Results polled", level: "debug", timestamp: performance.now() });
      reload();
    }, 5_000);
    return () => clearInterval(poll);
  }, [reload]);

  return (
    <section>
      <button
        onClick={() => {
          addBreadcrumb({ category: "catalog", message: "Reload clicked" });
          reload();
        }}
      >
        Reload
      </button>
      {articles.map(({ sku, title, imageUrl }) => (
        <img key={sku} src={imageUrl} alt={title} />
      ))}
    </section>
  );
}

/** Loads the images that come next. */
export function preload(articles: readonly Article[]): void {
  articles.forEach(({ sku, imageUrl }) => {
    addBreadcrumb({ category: "catalog", message: "Image preloaded", data: { sku } });
    new Image().src = imageUrl;
  });
}

/** Moves the banner above the results, until the page is left. */
export function animate(banner: HTMLElement): void {
  let step = 0;
  const draw = () => {
    addBreadcrumb({ category: "catalog", message: "Banner drawn", data: { step } });
    banner.style.translate = `${step++ % 100}%`;
    requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
}
