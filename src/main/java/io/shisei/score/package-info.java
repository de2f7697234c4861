/** How well controls and standards are kept, now and over time. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "control",
            "coverage",
            "database",
            "deadline",
            "finding",
            "finding::history",
            "finding::sum",
            "inventory",
            "paging"
        })
@NullMarked
package io.shisei.score;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
