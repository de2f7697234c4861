/** The REST API, version 1: one controller for each noun. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "control",
            "coverage",
            "database",
            "entry",
            "finding",
            "inventory",
            "paging",
            "refusal",
            "sample",
            "scan",
            "schedule",
            "score",
            "security"
        })
@NullMarked
package io.shisei.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
