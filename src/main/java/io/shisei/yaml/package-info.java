/** YAML files that ship with the product or stand in for those: how they are read, and what is an error in them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.shisei.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
