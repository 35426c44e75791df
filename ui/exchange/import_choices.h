// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/exchange/importer.h"

#include <QWidget>

class QComboBox;

namespace thimblely::ui {

class Label;
class Segmented;

//! What a file was taken for and how it was read, each to be said otherwise: kind, unit of lengths, place of products,
//! what becomes of another currency, encoding.
class ImportChoices : public QWidget {
    Q_OBJECT
public:
    //! `currency`: the shop's.
    explicit ImportChoices(Currency currency, QWidget *parent = nullptr);

    void show(const ImportPlan &plan);
    //! Another file: nothing was said against its guesses yet.
    void startOver();
    ImportKind kind() const;
    //! What is chosen here, over `options`.
    ImportOptions over(ImportOptions options) const;

Q_SIGNALS:
    void kindChosen();
    void chosen();

private:
    void say(const ImportedFile &file);
    bool isInAnotherCurrency(const ImportedFile &file) const;

    Currency m_currency;
    Segmented *m_kind;
    Segmented *m_unit;
    Segmented *m_target;
    Segmented *m_figures; // first: left out; second: taken as they are
    QComboBox *m_encoding;
    Label *m_words;
    bool m_quiet = false;
    bool m_unitChosen = false;
    bool m_targetChosen = false;
    bool m_encodingChosen = false;
};

//! "A table of contacts", "Cards (vCard)": what a file was taken for.
QString nameOf(FileFormat format);

} // namespace thimblely::ui
