/** Whether the internet reaches a resource, as far as the inventory shows. */
@ApplicationModule(allowedDependencies = {"control", "finding", "finding :: resource", "inventory"})
@NullMarked
package io.shisei.reach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
