// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QPlainTextEdit>

namespace thimblely::ui {

//! Several lines of text. Qt 6.4 falls over Ctrl+V where X11 has nothing to paste: it passes on no data at all.
class PlainText : public QPlainTextEdit {
public:
    using QPlainTextEdit::QPlainTextEdit;

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override
    {
        return source && QPlainTextEdit::canInsertFromMimeData(source);
    }
    void insertFromMimeData(const QMimeData *source) override
    {
        if (source)
            QPlainTextEdit::insertFromMimeData(source);
    }
};

} // namespace thimblely::ui
