/** What wakes the conductor: recurring scans. */
@ApplicationModule(allowedDependencies = {"account", "control", "database", "refusal", "scan"})
@NullMarked
package io.shisei.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
