/** Keyset paging: the shape of every list. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.shisei.paging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
