/** Rules that hide findings, for a reason and mostly for a time. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "control",
            "coverage",
            "database",
            "finding",
            "finding::rule",
            "finding::sum",
            "inventory",
            "paging",
            "refusal",
            "score",
            "yaml"
        })
@NullMarked
package io.shisei.suppression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
