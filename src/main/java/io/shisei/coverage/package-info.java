/** What was looked at, what was judged there, and what was missing. */
@ApplicationModule(allowedDependencies = {"account", "control", "database", "inventory"})
@NullMarked
package io.shisei.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
