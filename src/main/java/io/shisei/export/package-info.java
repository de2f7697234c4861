/** Findings as files that other programs read. */
@ApplicationModule(allowedDependencies = {"account", "control", "finding", "inventory", "refusal"})
@NullMarked
package io.shisei.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
