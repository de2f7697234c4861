/** What the controls say of the resources: current findings, their lifecycle, and every change of them. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "control",
            "control::remediation",
            "control::setting",
            "coverage",
            "database",
            "deadline",
            "inventory",
            "inventory::search",
            "paging",
            "refusal"
        })
@NullMarked
package io.shisei.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
