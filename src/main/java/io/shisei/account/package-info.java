/** The AWS accounts being watched. */
@ApplicationModule(allowedDependencies = {"refusal"})
@NullMarked
package io.shisei.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
