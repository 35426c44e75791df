// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/work_head.h"

#include "core/accounts/team_service.h"
#include "ui/desk/desk.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented.h"
#include "ui/workroom/filter_button.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <array>

namespace thimblely::ui {

namespace {

using orders::PieceKind;

constexpr int before = 2; // choices of people that are nobody's name
constexpr std::array kinds = {PieceKind::Make, PieceKind::Alteration, PieceKind::Redo};

class ScanIcon final : public QWidget {
public:
    explicit ScanIcon(QWidget *parent) : QWidget(parent) { setFixedSize(metric::Icon, metric::Icon); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(&painter, "i-scan", rect(), Theme::instance().color(Role::Text));
    }
};

} // namespace

WorkHead::WorkHead(Desk &desk, const QString &title, bool ownOnly, QWidget *parent)
    : YieldingRow(12, QMargins(16, 6, 16, 6), parent), m_desk(desk)
{
    line()->addStrut(metric::Touch); // as high with its button as without
    auto *name = new Label(TextStyle::Heading, Role::Text, title, this);
    line()->addWidget(name);
    if (!ownOnly) {
        m_views = new Segmented(tr("What is shown"), this);
        m_views->setSmall(true);
        for (const QString &view : {tr("Board"), tr("List"), tr("My work")})
            m_views->addSegment(view);
        m_who = new FilterButton(tr("Who"), this);
        connect(m_views, &Segmented::currentIndexChanged, this, &WorkHead::viewChosen);
        connect(m_who, &FilterButton::chosen, this, &WorkHead::filterChanged);
        line()->addWidget(m_views);
        line()->addWidget(m_who);
        offerPeople();
    }
    m_kind = new FilterButton(tr("Type"), this);
    m_kind->setChoices({tr("All"), tr("Made new"), tr("Alterations"), tr("Redos")});
    connect(m_kind, &FilterButton::chosen, this, &WorkHead::filterChanged);
    line()->addWidget(m_kind);
    line()->addStretch(1);
    auto *icon = new ScanIcon(this);
    auto *words = new Label(TextStyle::BodyStrong, Role::Text, tr("Scan mode"), this);
    m_scan = new SwitchButton(tr("Scan mode: a scan moves one step"), this);
    m_scan->setChecked(true);
    auto *hint = new Label(TextStyle::Body, Role::Muted, tr("a scan moves one step"), this);
    for (QWidget *part : {static_cast<QWidget *>(icon), static_cast<QWidget *>(words), static_cast<QWidget *>(m_scan),
                          static_cast<QWidget *>(hint)})
        line()->addWidget(part);
    std::vector<QWidget *> yielding{hint, words, icon, name};
    if (!ownOnly && m_desk.principal().can(access::Capability::WorkspaceManage)) {
        auto *setup = new FlatButton(tr("Steps…"), this);
        setup->setIconName("i-edit");
        setup->setAccessibleName(tr("Steps and check"));
        connect(setup, &QAbstractButton::clicked, this, &WorkHead::setupAsked);
        line()->addWidget(setup);
        yielding.insert(yielding.begin() + 2, setup);
    }
    setYielding(yielding); // the tab that is lit in the side bar says it, too
}

void WorkHead::offerPeople()
{
    if (!m_who)
        return;
    QStringList names{tr("All"), tr("Nobody yet")};
    std::vector<PersonId> people;
    if (m_desk.principal().can(access::Capability::TeamRead)) {
        const auto members = TeamService(m_desk.session(), m_desk.door()).members();
        if (members) {
            for (const TeamMember &member : *members) {
                names.append(member.name);
                people.push_back(member.person);
            }
        }
    }
    const int chosen = m_who->current() - before;
    const auto kept = chosen >= 0 ? std::ranges::find(people, m_people[size_t(chosen)]) : people.end();
    const int now = kept != people.end() ? int(kept - people.begin()) + before : chosen < 0 ? m_who->current() : 0;
    m_people = std::move(people);
    m_who->setChoices(names);
    m_who->setCurrent(now);
}

void WorkHead::setView(int view)
{
    if (!m_views)
        return;
    m_views->setCurrentIndex(view);
    m_who->setVisible(view != 2);
}

bool WorkHead::isScanning() const
{
    return m_scan->isChecked();
}

workroom::WorkFilter WorkHead::everything(bool mine) const
{
    workroom::WorkFilter filter;
    if (mine)
        filter.who = m_desk.principal().person;
    return filter;
}

workroom::WorkFilter WorkHead::filter(bool mine) const
{
    workroom::WorkFilter filter = everything(mine);
    if (m_kind->current() > 0)
        filter.kind = kinds[size_t(m_kind->current() - 1)];
    if (mine)
        return filter;
    if (m_who && m_who->current() == 1)
        filter.givenToNobody = true;
    else if (m_who && m_who->current() >= before)
        filter.who = m_people[size_t(m_who->current() - before)];
    return filter;
}

} // namespace thimblely::ui
