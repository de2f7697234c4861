/** Finds what somebody has the name, the id or a part of the name of: accounts, controls, resources. */
@ApplicationModule(allowedDependencies = {"account", "control", "inventory", "inventory::search", "refusal"})
@NullMarked
package io.shisei.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
