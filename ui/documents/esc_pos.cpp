// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/esc_pos.h"

#include "core/base/practice_mode.h"

#include <QDir>
#include <QFile>

namespace thimblely::ui {

namespace {

constexpr QLatin1StringView prefix("escpos:");
constexpr int dotsPerMillimetre = 8;
constexpr int stripHeight = 240; // dots; small printers hold no more of a picture at once
constexpr int darkest = 160;     // grey of a dot that is still printed: thin strokes of small letters stay

//! How many dots the head has: 72 mm of a roll of 80, 48 of one of 58.
int headDots(int rollWidth)
{
    return (rollWidth < 80 ? 48 : 72) * dotsPerMillimetre;
}

//! One strip as GS v 0 takes it: rows of bytes, the leftmost dot in the highest bit, 1 is black.
QByteArray strip(const QImage &image, int from, int left, int dots)
{
    const int rows = std::min(stripHeight, image.height() - from);
    const int bytes = dots / 8;
    QByteArray command("\x1dv0\0", 4);
    for (const int number : {bytes, rows}) {
        command.append(char(number & 0xff));
        command.append(char(number >> 8));
    }
    for (int y = from; y < from + rows; ++y) {
        const uchar *line = image.constScanLine(y);
        for (int byte = 0; byte < bytes; ++byte) {
            int bits = 0;
            for (int bit = 0; bit < 8; ++bit)
                bits = bits << 1 | (line[left + byte * 8 + bit] < darkest ? 1 : 0);
            command.append(char(bits));
        }
    }
    return command;
}

} // namespace

QString escPosPrinter(const QString &device)
{
    return prefix + device;
}

bool isEscPosPrinter(const QString &printerName)
{
    return printerName.startsWith(prefix);
}

QString deviceOf(const QString &printerName)
{
    return isEscPosPrinter(printerName) ? printerName.sliced(prefix.size()) : QString();
}

QStringList escPosDevices()
{
    QStringList devices;
    for (const auto &[folder, pattern] : {std::pair("/dev/usb", "lp*"), std::pair("/dev", "ttyUSB*")}) {
        const QDir directory(QString::fromLatin1(folder), QString::fromLatin1(pattern), QDir::Name, QDir::System);
        const QStringList names = directory.entryList();
        for (const QString &name : names)
            devices.append(directory.filePath(name));
    }
    return devices;
}

QByteArray escPosOf(const Paper &paper)
{
    const QImage image = rollImage(paper, dotsPerMillimetre);
    const int dots = headDots(paper.rollWidth);
    const int left = (image.width() - dots) / 2;
    QByteArray bytes("\x1b@", 2);
    if (paper.opensDrawer && !isPractising())
        bytes.append("\x1bp\0\x19\xfa", 5); // pin 2, 50 ms on, 500 ms off
    for (int from = 0; from < image.height(); from += stripHeight)
        bytes += strip(image, from, left, dots);
    bytes.append("\x1dVB\0", 4); // feeds to the knife and cuts
    return bytes;
}

Result<void> sendToEscPos(const QString &printerName, const QByteArray &bytes)
{
    const auto failed = [&](const QFile &device) {
        return Error{ErrorKind::Io, "papers.printer_failed", {device.fileName()}, device.errorString()};
    };
    QFile device(deviceOf(printerName));
    if (!device.exists())
        return Error{ErrorKind::NotFound, "papers.no_printer", {device.fileName()}, {}};
    if (!device.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failed(device);
    for (qsizetype sent = 0; sent < bytes.size();) {
        const qint64 now = device.write(bytes.constData() + sent, bytes.size() - sent);
        if (now <= 0)
            return failed(device);
        sent += now;
    }
    return {};
}

} // namespace thimblely::ui
