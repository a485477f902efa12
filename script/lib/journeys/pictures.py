"""The pictures of the README, taken of the demonstration as it is made."""

import os

from journeys.scene import Scene

FOLDER = ("docs", "pictures")


def take(browser, house, root):
    """A campaign and the reading of its plan on a desk, the report form on a telephone."""
    folder = os.path.join(root, *FOLDER)
    os.makedirs(folder, exist_ok=True)
    desk, telephone = Scene(browser, house, 1280), Scene(browser, house, 390)
    office = desk.visitor("luohui").menu("专项行动").follow("医疗市场专项整治行动")
    picture(office, folder, "campaign.png")
    picture(office.unfold("更多").follow("方案与读法"), folder, "plan.png", high=600)
    picture(telephone.visitor().open("/report"), folder, "report.png")
    desk.close()
    telephone.close()


def picture(visitor, folder, name, high=None):
    size = visitor.page.viewport_size
    visitor.page.screenshot(path=os.path.join(folder, name), clip={"x": 0, "y": 0, **size, "height": high or size["height"]})
