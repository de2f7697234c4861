/** Changes conditions in one place each, and looks whether an example notices. */
package io.shisei.control.mutation;
