// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/member_service.h"
#include "core/accounts/team_service.h"
#include "ui/desk/entry_form.h"

#include <optional>
#include <vector>

namespace thimblely::ui {

class RightsEditor;
class RightsView;
class Segmented;

/*!
 * What is said of one of the team, to be changed: as the fields change, what the person may do changes in words beside
 * them. Who may not set the rights (their own) sees them without the fields.
 */
class MemberForm : public EntryForm {
    Q_OBJECT

public:
    MemberForm(Desk &desk, QWidget *parent);

    void begin(const MemberCard &card);
    void focusFirst() override;
    void submit() override;

private:
    void sayTaken();
    void buildRights();
    void buildLimits();
    void buildWork();
    void addCaption(const QString &words, QWidget *choice);
    void fill(const MemberTerms &terms);
    void follow();
    void showFields();
    access::Role role() const;
    QString jobTitle() const;
    //! As far as it can be read; the rest stands as it did, and says why under its field where `aloud`.
    std::optional<MemberTerms> typed(bool aloud);
    bool readLimits(MemberTerms &terms);
    bool readWork(MemberTerms &terms);
    std::optional<Money> amountIn(FieldEdit *field, MoneyEdit *edit, bool &ok);

    std::vector<TeamMember> m_team; // whose names are taken
    std::optional<MemberCard> m_card;
    bool m_setsRights = false;
    std::vector<access::Role> m_roles; //!< by segment
    FieldEdit *m_name;
    QWidget *m_rightsPart;
    Segmented *m_role;
    Segmented *m_preset;
    FieldEdit *m_title;
    Button *m_single;
    RightsEditor *m_editor;
    RightsView *m_view;
    FieldEdit *m_discount;
    MoneyEdit *m_refundEdit = nullptr;
    FieldEdit *m_refund;
    FieldEdit *m_skills;
    FieldEdit *m_hours;
    QWidget *m_payPart;
    Segmented *m_pay;
    MoneyEdit *m_amountEdit = nullptr;
    FieldEdit *m_amount;
};

} // namespace thimblely::ui
