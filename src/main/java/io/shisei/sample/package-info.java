/** The sample account: a recorded inventory with ninety days of history, for those who look around. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "control",
            "finding",
            "finding::workflow",
            "inventory",
            "refusal",
            "scan",
            "yaml"
        })
@NullMarked
package io.shisei.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
