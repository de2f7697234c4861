/** The PostgreSQL that the service brings along, for running with nothing else installed. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.shisei.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
