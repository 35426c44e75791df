// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workspaces/workspace_service.h"
#include "ui/desk/form_page.h"

#include <optional>
#include <utility>
#include <vector>

class QCheckBox;

namespace thimblely::ui {

class FieldEdit;
class HoursSection;
class PlacesSection;
class Segmented;
class TaxCodes;

/*!
 * What holds for the whole shop: what its papers say of it, the deposit it asks, what it charges for rush, its tax and
 * that of each kind of work, the tape's shorthand, when work is done, where it works. Kept together with Ctrl+S; a field
 * that cannot be read says so. For whoever may manage the shop.
 */
class ShopPage : public FormPage {
    Q_OBJECT

public:
    explicit ShopPage(Desk &desk, QWidget *parent = nullptr);

    QString title() const override { return tr("The shop"); }
    void arrive() override;
    bool handle(ActionId id) override;

Q_SIGNALS:
    //! Who works here, and their PINs.
    void peopleRequested();
    //! A book of another program is to be brought in.
    void importRequested();

private:
    void build();
    void addPapers();
    void addReceipts();
    void addMoney();
    void addTax();
    void fill(const WorkspaceProfile &profile);
    std::optional<WorkspaceProfile> typed();
    std::optional<Rate> rateIn(FieldEdit *field);
    std::optional<RushTerms> rushIn(FieldEdit *field);
    std::vector<int> daysIn(FieldEdit *field);
    void fillSeller();
    void save();

    std::optional<WorkspaceProfile> m_profile; // as it was read
    FieldEdit *m_name = nullptr;
    FieldEdit *m_legalName = nullptr;
    FieldEdit *m_taxId = nullptr;
    FieldEdit *m_registration = nullptr;
    FieldEdit *m_address = nullptr;
    FieldEdit *m_phone = nullptr;
    FieldEdit *m_email = nullptr;
    FieldEdit *m_terms = nullptr;
    FieldEdit *m_deposit = nullptr;
    FieldEdit *m_rush = nullptr;
    FieldEdit *m_remind = nullptr;
    Segmented *m_receipts = nullptr;
    QCheckBox *m_askSeller = nullptr;
    Segmented *m_inchParts = nullptr;
    FieldEdit *m_taxName = nullptr;
    FieldEdit *m_taxRate = nullptr;
    QCheckBox *m_inclusive = nullptr;
    std::vector<std::pair<QByteArray, FieldEdit *>> m_kinds; // the rate of a kind of work; empty: as the others
    TaxCodes *m_codes = nullptr;
    HoursSection *m_hours = nullptr;
    PlacesSection *m_places = nullptr;
    bool m_readable = true; // everything that was typed
};

} // namespace thimblely::ui
