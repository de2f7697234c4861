/** The conductor: reads an account, judges it, and keeps what changed. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "control",
            "control::setting",
            "coverage",
            "database",
            "finding",
            "finding::sum",
            "inventory",
            "paging",
            "refusal",
            "score"
        })
@NullMarked
package io.shisei.scan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
