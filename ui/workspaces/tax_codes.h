// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workspaces/tax_settings.h"

#include <QWidget>

#include <utility>
#include <vector>

namespace thimblely::ui {

class FieldEdit;

/*!
 * What the tax law calls each kind of work, for a shop whose country wants it on invoices; hidden elsewhere, where what
 * was said before is kept.
 */
class TaxCodes : public QWidget {
    Q_OBJECT

public:
    //! `kinds`: their codes in the file and their names.
    TaxCodes(const std::vector<std::pair<QByteArray, QString>> &kinds, QWidget *parent);

    void fill(const TaxSettings &tax, const QString &country);
    //! Into `tax`.
    void take(TaxSettings &tax) const;

private:
    std::vector<std::pair<QByteArray, FieldEdit *>> m_fields;
};

} // namespace thimblely::ui
