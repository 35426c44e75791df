// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QColor>
#include <QStringList>

namespace thimblely::ui {

//! A colour of cloth by what it is called at the counter ("navy", "charcoal"); invalid for what is not known.
QColor clothColour(const QString &name);

//! Two letters said for a colour ("na"): its name where exactly one is meant, else what was typed.
QString wholeColourName(const QString &typed);

//! The colours that begin with what was typed where it is none of them itself: "bl", black and blue.
QStringList coloursCalled(const QString &typed);

} // namespace thimblely::ui
