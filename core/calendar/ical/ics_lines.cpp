// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/ical/ics_lines.h"

namespace thimblely::calendar::ical {

namespace {

constexpr size_t mostLines = 5000;
constexpr qsizetype longestLine = 1024 * 1024;

//! Lines end as any system ends them; what begins with a space goes on with the one before.
std::vector<IcsLine> unfolded(const QByteArray &bytes)
{
    std::vector<IcsLine> lines;
    qint64 number = 0;
    qsizetype at = bytes.startsWith("\xef\xbb\xbf") ? 3 : 0;
    while (at < bytes.size()) {
        qsizetype end = at;
        while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r')
            ++end;
        ++number;
        const bool goesOn = end > at && (bytes[at] == ' ' || bytes[at] == '\t') && !lines.empty();
        if (goesOn) {
            if (lines.back().text.size() < longestLine)
                lines.back().text.append(bytes.mid(at + 1, end - at - 1));
        } else if (end > at) {
            lines.push_back({number, bytes.mid(at, std::min(end - at, longestLine))});
        }
        at = end + 1;
        if (end + 1 < bytes.size() && bytes[end] == '\r' && bytes[end + 1] == '\n')
            ++at;
    }
    return lines;
}

} // namespace

QByteArray IcsLine::name() const
{
    qsizetype end = 0;
    while (end < text.size() && text[end] != ':' && text[end] != ';')
        ++end;
    return text.left(end).trimmed().toUpper();
}

std::vector<IcsBlock> splitIcs(const QByteArray &bytes)
{
    std::vector<IcsBlock> blocks;
    int depth = 0; // below the block that is open
    bool open = false;
    for (IcsLine &line : unfolded(bytes)) {
        const QByteArray name = line.name();
        const QByteArray of = name == "BEGIN" || name == "END"
                                  ? line.text.mid(line.text.indexOf(':') + 1).trimmed().toUpper()
                                  : QByteArray();
        if (of == "VCALENDAR") { // one that was not closed is cut off by it
            open = false;
            continue;
        }
        if (!open) {
            if (name != "BEGIN" || of.isEmpty())
                continue; // of the calendar, or stray
            if (blocks.size() == mostBlocks)
                break;
            blocks.push_back({line.line, of});
            open = true;
            depth = 0;
            continue;
        }
        IcsBlock &block = blocks.back();
        if (name == "BEGIN" && of == block.name) { // the one before was never closed
            if (blocks.size() == mostBlocks)
                break;
            blocks.push_back({line.line, of});
            depth = 0;
            continue;
        }
        if (name == "END" && (depth == 0 || of == block.name)) {
            block.isClosed = of == block.name;
            open = false;
            continue;
        }
        depth += name == "BEGIN" ? 1 : name == "END" ? -1 : 0;
        if (block.lines.size() < mostLines)
            block.lines.push_back(std::move(line));
    }
    return blocks;
}

} // namespace thimblely::calendar::ical
