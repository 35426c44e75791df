// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "ui/documents/paper.h"

#include <QStringList>

namespace thimblely::ui {

/*!
 * Receipt printers without a driver, which most of the small ones at a counter are: they take ESC/POS at a raw device
 * (/dev/usb/lp0, a serial port). A paper goes there as a picture, 8 dots a millimetre (203 dpi), so that every script
 * prints as on screen; then the roll is cut, and the drawer opens where cash changed hands.
 * Commands after Epson's "ESC/POS Command Reference": ESC @, ESC p, GS v 0, GS V. Any thread.
 */

//! The name of the printer at this device, as PaperSettings keeps it.
QString escPosPrinter(const QString &device);
bool isEscPosPrinter(const QString &printerName);
//! "/dev/usb/lp0"; empty where it is none.
QString deviceOf(const QString &printerName);
//! Those that are plugged in now.
QStringList escPosDevices();

//! A roll as its bytes, one strip of the picture after another.
QByteArray escPosOf(const Paper &paper);
//! Waits as long as the printer does, also for paper. Io "papers.printer_failed".
Result<void> sendToEscPos(const QString &printerName, const QByteArray &bytes);

} // namespace thimblely::ui
