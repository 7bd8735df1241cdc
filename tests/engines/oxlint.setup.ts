import "oxlint/plugins-dev";
