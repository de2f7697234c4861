package io.shisei.fuzz;

import java.util.List;

/**
 * Something that can be asked of the service.
 *
 * @param path with variables in braces
 * @param query the parameters that it knows in the query, or in the form that is posted
 * @param fields the fields of its JSON body; empty when it takes none
 * @param page whether it is for people with browsers
 */
record Operation(String method, String path, List<String> query, List<String> fields, boolean page) {}
