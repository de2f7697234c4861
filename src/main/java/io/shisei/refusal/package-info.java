/** Why a use case says no to what people and scripts send, and the limits that hold whichever way it comes. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.shisei.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
