/** What AWS accounts contain: types of resources, their documents, and what could not be read. */
@ApplicationModule(allowedDependencies = {"account", "database", "paging", "refusal"})
@NullMarked
package io.shisei.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
