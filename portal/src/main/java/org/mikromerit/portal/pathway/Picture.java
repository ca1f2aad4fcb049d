package org.mikromerit.portal.pathway;

import java.util.ArrayList;
import java.util.List;

/**
 * A pathway's lines as boxes, the whole at the left and the parts at the right, each with a line to
 * what it belongs to. All lengths are in pixels.
 */
public final class Picture {
  private static final int BOX_WIDTH = 220;
  private static final int BOX_HEIGHT = 72;
  private static final int ACROSS = 60;
  private static final int DOWN = 16;
  private static final int EDGE = 4;
  private static final int LETTERS = 24;

  private final List<Box> boxes = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Step> steps;
  private int next;
  private int bottom = EDGE;
  private int right;

  private Picture(List<Step> steps) {
    this.steps = steps;
    while (next < steps.size()) {
      place();
    }
  }

  static Picture of(List<Step> steps) {
    return new Picture(steps);
  }

  /**
   * A step's box.
   *
   * @param first of the part's title what fits on a line; empty for a group
   * @param second what fits on the next
   */
  public record Box(int x, int y, Step step, String first, String second) {
    public int width() {
      return BOX_WIDTH;
    }

    public int height() {
      return BOX_HEIGHT;
    }

    public int textX() {
      return x + 14;
    }

    /** Of the first, second and third line of text. */
    public int textY(int line) {
      return y + 5 + line * 19;
    }
  }

  /** From a box's right to another's left, as an SVG path. */
  public record Link(String path) {}

  public List<Box> boxes() {
    return boxes;
  }

  public List<Link> links() {
    return links;
  }

  public int width() {
    return right + EDGE;
  }

  public int height() {
    return bottom - DOWN + EDGE;
  }

  /** Places the next step with all below it, which follow it; returns its box's middle. */
  private int place() {
    Step step = steps.get(next++);
    int x = EDGE + step.depth() * (BOX_WIDTH + ACROSS);
    right = Math.max(right, x + BOX_WIDTH);
    var below = new ArrayList<Integer>();
    for (int i = 0; i < step.below(); i++) {
      below.add(place());
    }
    int y;
    if (below.isEmpty()) {
      y = bottom;
      bottom += BOX_HEIGHT + DOWN;
    } else {
      y = (below.getFirst() + below.getLast() - BOX_HEIGHT) / 2;
    }
    int middle = y + BOX_HEIGHT / 2;
    for (int each : below) {
      int from = x + BOX_WIDTH;
      int half = from + ACROSS / 2;
      links.add(
          new Link(
              "M%d %dC%d %d %d %d %d %d"
                  .formatted(from, middle, half, middle, half, each, from + ACROSS, each)));
    }
    List<String> title = step.part() == null ? List.of("", "") : wrapped(step.part().title());
    boxes.add(new Box(x, y, step, title.getFirst(), title.getLast()));
    return middle;
  }

  /** Two lines at most; what does not fit is in the table. */
  private static List<String> wrapped(String title) {
    if (letters(title) <= LETTERS) {
      return List.of(title, "");
    }
    int cut = title.lastIndexOf(' ', title.offsetByCodePoints(0, LETTERS));
    int end = cut > 0 ? cut : title.offsetByCodePoints(0, LETTERS);
    String rest = title.substring(end).strip();
    return List.of(
        title.substring(0, end),
        letters(rest) <= LETTERS
            ? rest
            : rest.substring(0, rest.offsetByCodePoints(0, LETTERS - 1)).strip() + "…");
  }

  private static int letters(String text) {
    return text.codePointCount(0, text.length());
  }
}
