/** The catalogue of controls: what each demands of a resource, and the judging of resources by it. */
@ApplicationModule(allowedDependencies = {"inventory", "account", "database", "paging", "refusal", "yaml"})
@NullMarked
package io.shisei.control;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
