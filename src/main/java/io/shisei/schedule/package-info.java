/** What wakes the conductor: recurring scans. */
@ApplicationModule(allowedDependencies = {"scan", "account", "control", "database"})
@NullMarked
package io.shisei.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
