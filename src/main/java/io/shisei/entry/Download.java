package io.shisei.entry;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** An answer that is kept as a file. */
public final class Download {

    private Download() {}

    /** Its content is to be written to what this answers. */
    public static OutputStream begin(HttpServletResponse response, String name, String mediaType) throws IOException {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        return response.getOutputStream();
    }
}
