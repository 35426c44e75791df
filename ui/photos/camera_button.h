// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QImage>
#include <QString>

#include <functional>

class QWidget;

namespace thimblely::ui {

/*!
 * One picture by this computer's camera, over the window. `taken` gets it; `refused` a sentence, translated, where the
 * part that sees (Qt Multimedia) is not installed, no camera is there, or it fails. The part is loaded when it is first
 * asked for. GUI thread.
 */
void takeByCamera(QWidget *window, std::function<void(const QImage &)> taken,
                  std::function<void(const QString &)> refused);

} // namespace thimblely::ui
