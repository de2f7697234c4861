/** Lists with filters that somebody gave a name, to come back to. */
@ApplicationModule(allowedDependencies = {"database", "refusal"})
@NullMarked
package io.shisei.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
