// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/invitation_service.h"
#include "ui/desk/entry_form.h"

#include <optional>
#include <vector>

namespace thimblely::ui {

class Segmented;
class SquareCodeView;

/*!
 * An invitation for somebody who is not here: what they will be, whom it is for and how long it holds. Its code is shown
 * once, to be read out, copied or kept as a file; nothing is sent.
 */
class InviteForm : public EntryForm {
    Q_OBJECT

public:
    InviteForm(Desk &desk, QWidget *parent);

    void begin();
    void focusFirst() override;
    void submit() override;

private:
    struct Choice {
        access::Role role;
        QString jobTitle;
    };
    void buildChoice();
    void buildMade();
    void showMade(const MadeInvitation &made);
    void print();
    void saveFile();
    void writeFile(const QString &path);

    std::optional<MadeInvitation> m_made;
    QString m_madeFor; //!< as it was asked for
    QString m_madeWork;
    std::vector<Choice> m_choices; //!< by segment
    QWidget *m_asking;
    Segmented *m_job;
    FieldEdit *m_whom;
    Segmented *m_days;
    QWidget *m_shown;
    Label *m_code;
    SquareCodeView *m_square;
    Label *m_until;
    Label *m_kept;
    Button *m_copy = nullptr;
};

} // namespace thimblely::ui
