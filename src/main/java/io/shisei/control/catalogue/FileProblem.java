package io.shisei.control.catalogue;

/** One thing wrong with a file of the catalogue, and what to do about it. */
public record FileProblem(String file, Yaml.Place place, String message) {

    @Override
    public String toString() {
        return file + ":" + place.line() + ":" + place.column() + ": " + message;
    }
}
