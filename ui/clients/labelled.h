// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

class QString;
class QWidget;

namespace thimblely::ui {

//! A label over a control of its own kind, which it also names for the screen reader.
QWidget *labelled(const QString &label, QWidget *control, QWidget *parent);

} // namespace thimblely::ui
