// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"

#include <QWidget>

#include <vector>

class QLineEdit;

namespace thimblely::ui {

class FactChip;

//! How a piece is to be made, under its row: for each option of its garment the usual choices, and words of one's own.
class StylePanel : public QWidget {
    Q_OBJECT

public:
    StylePanel(int piece, const orders::PieceDraft &facts, QWidget *parent = nullptr);

    void focusFirst();
    QList<QWidget *> tabChain() const;

Q_SIGNALS:
    void edited(const std::vector<thimblely::orders::StyleChoice> &style, const QString &note);
    void finished(); //!< Enter in the last field

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Chip {
        QString option;
        QString choice;
        FactChip *button;
    };
    void addOption(int row, const char *code, const char *name, std::span<const char *const> choices);
    void choose(size_t chip);
    void tell();

    const int m_piece;
    std::vector<orders::StyleChoice> m_style;
    std::vector<Chip> m_chips;
    QLineEdit *m_note;
};

} // namespace thimblely::ui
