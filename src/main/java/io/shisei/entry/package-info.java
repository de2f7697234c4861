/** What every request goes through before it is one of the API or of a page: how large it may be, and whether it can be read. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.shisei.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
