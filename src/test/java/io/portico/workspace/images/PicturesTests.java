package io.portico.workspace.images;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads as people send them and as attackers make them. */
class PicturesTests {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\">";

    private final Pictures pictures = new Pictures();

    @Test
    void makesEveryShapeOfOneIcon() throws IOException {
        Map<IconShape, Picture> made = icons(Uploads.png(600, 600, Color.BLUE));

        assertThat(made).hasSize(IconShape.values().length);
        for (IconShape shape : IconShape.values()) {
            BufferedImage seen =
                    ImageIO.read(new ByteArrayInputStream(made.get(shape).png()));
            assertThat(seen.getWidth()).isEqualTo(shape.side());
            assertThat(seen.getHeight()).isEqualTo(shape.side());
        }
    }

    @Test
    void putsAWideIconIntoASquareWithAirAround() throws IOException {
        Map<IconShape, Picture> made = icons(Uploads.png(600, 200, Color.RED));
        BufferedImage large = ImageIO.read(
                new ByteArrayInputStream(made.get(IconShape.LARGE_512).png()));
        BufferedImage maskable = ImageIO.read(
                new ByteArrayInputStream(made.get(IconShape.MASKABLE_512).png()));

        assertThat(large.getRGB(256, 20) >>> 24).as("above the picture").isZero();
        assertThat(new Color(large.getRGB(256, 256))).isEqualTo(Color.RED);
        assertThat(new Color(maskable.getRGB(2, 2))).as("to the edge").isEqualTo(Color.RED);
    }

    @Test
    void keepsAMaskableIconWithinTheSafeZone() throws IOException {
        Map<IconShape, Picture> made =
                icons((SVG.replace("100 50", "100 100") + "<circle cx='50' cy='50' r='50' fill='#00f'/></svg>")
                        .getBytes(UTF_8));
        BufferedImage maskable = ImageIO.read(
                new ByteArrayInputStream(made.get(IconShape.MASKABLE_512).png()));

        for (int x = 0; x < 512; x++) {
            for (int y = 0; y < 512; y++) {
                boolean outside = Math.hypot(x - 256, y - 256) > 512 * 0.4;
                assertThat(outside && maskable.getRGB(x, y) != Color.WHITE.getRGB())
                        .isFalse();
            }
        }
    }

    @Test
    void makesALogoNoLargerThanItsBoxAndCutsTheAirAround() throws IOException {
        var image = new BufferedImage(3000, 1000, BufferedImage.TYPE_INT_ARGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.GREEN);
        canvas.fillRect(1000, 400, 1000, 200);
        canvas.dispose();

        Picture logo = made(pictures.logo(Uploads.encoded(image, "png")));

        assertThat(logo.size()).isEqualTo(new PictureSize(640, 128));
    }

    @Test
    void leavesMetadataBehind() throws IOException, RefusedPicture {
        byte[] png =
                Uploads.withChunk(Uploads.png(200, 200, Color.BLUE), "tEXt", "Author\0Secret Person".getBytes(UTF_8));
        byte[] jpeg = Uploads.withComment(Uploads.jpeg(200, 200), "Secret Person");

        assertThat(new String(made(pictures.logo(png)).png(), UTF_8)).doesNotContain("Secret");
        assertThat(new String(made(pictures.logo(jpeg)).png(), UTF_8)).doesNotContain("Secret");
        assertThat(new String(PngFile.read(png).essence(), UTF_8))
                .as("before it is decoded")
                .doesNotContain("Secret");
        assertThat(new String(JpegFile.read(jpeg).essence(), UTF_8)).doesNotContain("Secret");
    }

    @ParameterizedTest
    @CsvSource({"30000,30000", "30000,1", "4097,10", "4096,4096", "2147483647,2147483647"})
    void refusesTooManyPixelsBeforeDecodingThem(int width, int height) {
        byte[] bomb = Uploads.pngHeader(width, height);

        assertThat(fault(bomb)).isEqualTo(new PictureFault.TooLarge(new PictureSize(width, height)));
    }

    /** 16 KB that unpack to 64 MB in a chunk nobody needs. */
    @Test
    void doesNotUnpackWhatItDoesNotNeed() throws IOException {
        byte[] bomb = Uploads.withChunk(
                Uploads.png(200, 200, Color.BLUE), "zTXt", Uploads.deflated("x\0\0", 64 * 1024 * 1024));

        assertThat(made(pictures.logo(bomb)).size()).isEqualTo(new PictureSize(160, 160));
    }

    @Test
    void refusesMoreBytesThanAPictureNeeds() {
        byte[] heavy = Arrays.copyOf(Uploads.png(10, 10, Color.RED), Pictures.MOST_BYTES + 1);

        assertThat(fault(heavy)).isEqualTo(new PictureFault.TooHeavy(Pictures.MOST_BYTES + 1));
    }

    @Test
    void refusesAnIconThatWouldBeABlur() {
        assertThat(pictures.icon(Uploads.png(64, 64, Color.RED)))
                .isEqualTo(new PictureResult.Refused<>(new PictureFault.TooSmall(new PictureSize(64, 64))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void refusesWhatIsCutOff(String format) throws IOException {
        byte[] whole = format.equals("png") ? Uploads.png(300, 300, Color.RED) : Uploads.jpeg(300, 300);

        for (int share = 1; share < 10; share++) {
            byte[] part = Arrays.copyOf(whole, whole.length * share / 10);
            assertThat(fault(part)).isInstanceOf(PictureFault.Broken.class);
        }
    }

    /** The chunks are whole, what they unpack to is not. */
    @Test
    void refusesAPngWhosePixelsEndEarly() {
        byte[] lying = Uploads.png(300, 300, Color.RED);
        ByteBuffer.wrap(lying).putInt(20, 3000);

        assertThat(fault(lying)).isInstanceOf(PictureFault.Broken.class);
    }

    /** As a viewer would show it: the upper part, and grey beneath. */
    @Test
    void refusesAJpegWhosePixelsEndEarly() throws IOException {
        byte[] whole = Uploads.encoded(noise(300), "jpg");
        var cut = new ByteArrayOutputStream();
        cut.write(whole, 0, whole.length / 2);
        cut.write(whole, whole.length - 2, 2);

        assertThat(fault(cut.toByteArray())).isEqualTo(new PictureFault.Broken(FileKind.JPEG));
    }

    private static BufferedImage noise(int side) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var dice = new Random(7);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, dice.nextInt(0x1000000));
        }
        return image;
    }

    @Test
    void asksToComeBackWhileOthersPicturesAreMade() {
        var turn = new Semaphore(0);
        var busy = new Pictures(turn, Duration.ofMillis(10));
        byte[] upload = Uploads.png(200, 200, Color.BLUE);

        assertThat(busy.logo(upload)).isEqualTo(new PictureResult.Refused<>(new PictureFault.Busy()));
        assertThat(busy.icon(upload)).isEqualTo(new PictureResult.Refused<>(new PictureFault.Busy()));
        assertThat(turn.availablePermits())
                .as("a turn of others is not given away")
                .isZero();
        turn.release();
        assertThat(busy.logo(new byte[0])).isInstanceOf(PictureResult.Refused.class);
        made(busy.logo(upload));
        assertThat(turn.availablePermits()).as("each turn ends").isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void refusesWhatGoesOnBehindThePicture(String format) throws IOException {
        byte[] picture = format.equals("png") ? Uploads.png(300, 300, Color.RED) : Uploads.jpeg(300, 300);
        var both = new ByteArrayOutputStream();
        both.write(picture);
        both.write("PK\3\4<script>alert(1)</script>".getBytes(UTF_8));

        assertThat(fault(both.toByteArray())).isEqualTo(new PictureFault.GoesOn(29));
    }

    @Test
    void refusesPicturesThatMove() throws IOException {
        byte[] animated = Uploads.withChunk(Uploads.png(200, 200, Color.RED), "acTL", new byte[8]);

        assertThat(fault(animated)).isEqualTo(new PictureFault.Moving());
    }

    @ParameterizedTest
    @CsvSource({
        "GIF89a____________,GIF",
        "%PDF-1.7 _________,PDF",
        "<html><svg></svg>,HTML",
        "<!DOCTYPE html><svg>,HTML",
        "RIFF____WEBPVP8 __,WEBP",
        "____ftypheic______,HEIC",
        "BM________________,BMP",
        "MZ________________,UNKNOWN"
    })
    void tellsWhatAFileIsByItsContent(String content, FileKind kind) {
        assertThat(fault(content.getBytes(UTF_8))).isEqualTo(new PictureFault.WrongKind(kind));
    }

    @Test
    void refusesWhatCannotBeSeen() {
        assertThat(fault(Uploads.png(200, 200, new Color(0, true)))).isEqualTo(new PictureFault.Empty());
        assertThat(fault(new byte[0])).isEqualTo(new PictureFault.WrongKind(FileKind.UNKNOWN));
    }

    @Test
    void paintsADrawing() throws IOException {
        Picture logo = made(pictures.logo(drawing("""
                <title>Acme</title><style>.a{fill:url(#g)}</style>
                <defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/>
                </linearGradient></defs><rect class="a" width="100" height="50"/>""")));
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(logo.png()));

        assertThat(logo.size()).isEqualTo(new PictureSize(320, 160));
        assertThat(new Color(seen.getRGB(2, 80)).getRed()).isGreaterThan(240);
        assertThat(new Color(seen.getRGB(317, 80)).getBlue()).isGreaterThan(240);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<metadata><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script></metadata>",
                "<g onload='alert(1)'/>",
                "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
                "<image href='http://127.0.0.1:9/x.png' width='9' height='9'/>",
                "<image href='file:///etc/passwd' width='9' height='9'/>",
                "<use href='http://127.0.0.1:9/x.svg#a'/>",
                "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='data:image/svg+xml,x#a'/>",
                "<a href='javascript:alert(1)'><rect width='9' height='9'/></a>",
                "<animate attributeName='x'/>",
                "<filter id='f'><feTurbulence numOctaves='99999999'/></filter>",
                "<pattern id='p' width='.000001' height='.000001'/>",
                "<text>Acme</text>",
                "<style>@import 'http://127.0.0.1:9/x.css';</style>",
                "<style>*{fill:url(http://127.0.0.1:9/x)}</style>",
                "<style>*{fill:u\\72l(http://127.0.0.1:9/x)}</style>",
                "<rect style='fill:url(http://127.0.0.1:9/x)' width='9' height='9'/>",
                "<path d='M0 0H999999' stroke='#000' stroke-dasharray='.00001'/>"
            })
    void refusesWhatIsMoreThanLinesAndAreas(String inside) {
        assertThat(fault(drawing("<rect width='9' height='9'/>" + inside))).isInstanceOf(PictureFault.InDrawing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>%s&x;</svg>",
                "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]>%s&b;</svg>",
                "%s<g>",
                "%s</svg><svg/>"
            })
    void refusesXmlThatIsNone(String content) {
        assertThat(fault(content.formatted(SVG).getBytes(UTF_8))).isInstanceOf(PictureFault.Broken.class);
    }

    @Test
    void readsDrawingsThatNameTheirDocumentType() {
        String named = "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
                + "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">" + SVG
                + "<rect width='100' height='50'/></svg>";

        assertThat(pictures.logo(named.getBytes(UTF_8))).isInstanceOf(PictureResult.Made.class);
    }

    /** A thousand million rectangles in a thousand letters. */
    @Test
    @Timeout(10)
    void refusesDrawingsThatRepeatThemselves() {
        var laughs = new StringBuilder("<defs><g id='a0'><rect width='9' height='9'/></g>");
        for (int i = 1; i < 10; i++) {
            laughs.append("<g id='a%d'>".formatted(i))
                    .append("<use href='#a%d'/>".formatted(i - 1).repeat(10))
                    .append("</g>");
        }
        laughs.append("</defs><use href='#a9'/>");

        assertThat(fault(drawing(laughs.toString()))).isEqualTo(new PictureFault.TooIntricate());
        assertThat(fault(drawing("<g id='a'><use href='#a'/></g>"))).isEqualTo(new PictureFault.TooIntricate());
        assertThat(fault(drawing("<g>".repeat(100) + "</g>".repeat(100)))).isEqualTo(new PictureFault.TooIntricate());
    }

    /** Each rectangle painted with the next mask a hundred times over, by whatever selector. */
    @ParameterizedTest
    @ValueSource(strings = {"#r%d", "g#r%d", "svg #r%d", "rect.x%d", "g .x%d", "[id=r%d]", "*"})
    @Timeout(10)
    void weighsWhatStyleSheetsAskForWhoeverTheyAreFor(String selector) {
        var bomb = new StringBuilder("<defs>");
        var style = new StringBuilder("<style>");
        for (int i = 0; i < 6; i++) {
            bomb.append("<mask id='p%d'>".formatted(i))
                    .append("<rect id='r%1$d' class='x%1$d' width='9' height='9'/>"
                            .formatted(i)
                            .repeat(10))
                    .append("</mask>");
            style.append(selector.formatted(i)).append("{mask:url(#p%d)}".formatted(i + 1));
        }
        bomb.append("</defs>").append(style).append("</style><rect width='9' height='9' mask='url(#p0)'/>");

        assertThat(fault(drawing(bomb.toString()))).isEqualTo(new PictureFault.TooIntricate());
    }

    @Test
    void readsDrawingsWhoseStyleSheetsNameGradients() {
        String inside = "<style>.a{fill:url(#g)} path, #b{fill:url(#g)}</style><linearGradient id='g'><stop offset='1'"
                + " stop-color='red'/></linearGradient><rect class='a' width='9' height='9'/><rect id='b' width='9'"
                + " height='9'/><path d='M0 0h9v9z'/>";

        assertThat(pictures.logo(drawing(inside))).isInstanceOf(PictureResult.Made.class);
    }

    @Test
    void refusesAJpegWrittenOverAndOver() throws IOException {
        byte[] usual = Uploads.jpeg(200, 200);
        int scan = 0;
        while ((usual[scan] & 0xff) != 0xff || (usual[scan + 1] & 0xff) != 0xda) {
            scan++;
        }
        var many = new ByteArrayOutputStream();
        many.write(usual, 0, scan);
        for (int i = 0; i <= 100; i++) {
            many.write(usual, scan, usual.length - 2 - scan);
        }
        many.write(usual, usual.length - 2, 2);

        assertThat(fault(many.toByteArray())).isEqualTo(new PictureFault.TooManyScans(100));
    }

    private static byte[] drawing(String inside) {
        return (SVG + inside + "</svg>").getBytes(UTF_8);
    }

    private PictureFault fault(byte[] upload) {
        var started = System.nanoTime();
        PictureResult<Picture> result = pictures.logo(upload);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(result).isInstanceOf(PictureResult.Refused.class);
        return ((PictureResult.Refused<Picture>) result).fault();
    }

    private Map<IconShape, Picture> icons(byte[] upload) {
        return made(pictures.icon(upload));
    }

    private static <T> T made(PictureResult<T> result) {
        assertThat(result).isInstanceOf(PictureResult.Made.class);
        return ((PictureResult.Made<T>) result).made();
    }
}
