/** How much time people have to mend what fails. */
@ApplicationModule(allowedDependencies = {"account", "control", "refusal"})
@NullMarked
package io.shisei.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
