package io.shisei.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/** A file that a form of a page sends ({@code multipart/form-data}): it is read as it comes in, and kept nowhere. */
public final class Upload {

    private Upload() {}

    /**
     * The content of the first file of the form.
     *
     * @throws IllegalArgumentException when the form is malformed, or has none
     */
    public static InputStream of(HttpServletRequest request) throws IOException {
        try {
            var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                var part = parts.next();
                if (!part.isFormField()) {
                    return part.openStream();
                }
            }
        } catch (FileUploadException malformed) {
            throw new IllegalArgumentException(malformed);
        }
        throw new IllegalArgumentException("the form has no file");
    }
}
